-- V017 the hosts that an institution is asked at
--
-- purpose      two persons agree on which hosts an institution may be asked at; fund-router-provider sends nothing elsewhere
-- owner        channel-admin-provider
-- tables       fund_channel
-- rows         none changed: versions of before have no host
-- algorithm    INSTANT: the column is added at the end, in the dictionary only
-- duration     under a second
-- reversible   yes, U017 drops the column
-- order        before the version of channel-admin-provider that needs it; then a new version of each fund channel with its hosts, by
--              channel.putFundChannel, before the version of fund-router-provider that asks for them

ALTER TABLE fund_channel
  ADD COLUMN hosts VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
    COMMENT 'hosts that the institution may be asked at, joined with commas; none where empty',
  ALGORITHM=INSTANT;
