-- Purpose:    versioned routes, quotas of institutions with their reservations, decisions of the router, and copies of what
--             channel-admin-provider has published, which are used while it does not answer.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     fund_route, fund_route_product, fund_quota, fund_quota_entry, fund_route_decision, configuration_copy; all new.
-- Rows:       fund_route: a few versions a month; fund_quota: one per institution and day, and two endless ones; fund_quota_entry:
--             one per external institution and attempt of an order; fund_route_decision: one per attempt of an order;
--             configuration_copy: one per product, scheme and institution.
-- Lock:       none: only new tables.
-- Duration:   below one second.
-- Reversible: yes, U005 drops everything made here.
-- Order:      before the start of the version of fund-router-provider that needs it.

CREATE TABLE fund_route (
  route        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name',
  version      INT NOT NULL COMMENT '1, 2, 3 ...; the text of a version never changes',
  body         MEDIUMTEXT NOT NULL COMMENT 'the text as it was published, YAML or JSON',
  sha256       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the text, hex',
  status       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT, then ACTIVE, then RETIRED',
  active_key   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the name while it is ACTIVE, so that one version is',
  created_by   VARCHAR(64) NOT NULL COMMENT 'who published it',
  approved_by  VARCHAR(64) NULL COMMENT 'another person, who activated it',
  activated_at DATETIME(3) NULL COMMENT 'UTC',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (route, version),
  UNIQUE KEY uk_route_active (active_key),
  CONSTRAINT ck_fund_route_version CHECK (version >= 1),
  CONSTRAINT ck_fund_route_status CHECK (status IN ('DRAFT', 'ACTIVE', 'RETIRED')),
  CONSTRAINT ck_fund_route_active CHECK ((status = 'ACTIVE') = (active_key IS NOT NULL) AND (active_key IS NULL OR active_key = route)),
  CONSTRAINT ck_fund_route_second CHECK (status = 'DRAFT' OR (approved_by IS NOT NULL AND approved_by <> created_by AND activated_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='published versions of routes; rows are never deleted';

CREATE TABLE fund_route_product (
  product_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  route        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'route of which the active version names it, null when none does any more',
  version      INT NULL COMMENT 'that version',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (product_code),
  KEY idx_route_product (route),
  CONSTRAINT ck_fund_route_product_version CHECK ((route IS NULL) = (version IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='which route the orders of a product go; a product has one';

CREATE TABLE fund_quota (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose money',
  dimension        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BALANCE, DAY or TOTAL; rows are locked in this order',
  period_key       CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business day yyyyMMdd of DAY, otherwise -',
  limit_fen        BIGINT NOT NULL COMMENT 'in fen; below what is counted after it was lowered',
  reserved_fen     BIGINT NOT NULL DEFAULT 0 COMMENT 'promised to orders under way, in fen',
  used_fen         BIGINT NOT NULL DEFAULT 0 COMMENT 'lent, in fen',
  alarm_bp         INT NOT NULL COMMENT 'part of the limit in basis points from which somebody is told',
  config_version   BIGINT NOT NULL COMMENT 'version of the configuration that the limit is from',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code, dimension, period_key),
  CONSTRAINT ck_fund_quota_dimension CHECK (dimension IN ('BALANCE', 'DAY', 'TOTAL') AND (dimension = 'DAY') = (period_key <> '-')),
  CONSTRAINT ck_fund_quota_limit CHECK (limit_fen >= 0),
  CONSTRAINT ck_fund_quota_reserved CHECK (reserved_fen >= 0),
  CONSTRAINT ck_fund_quota_used CHECK (used_fen >= 0),
  CONSTRAINT ck_fund_quota_alarm CHECK (alarm_bp BETWEEN 1 AND 10000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how much of an institution''s money is promised and lent';

CREATE TABLE fund_quota_entry (
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  attempt          SMALLINT UNSIGNED NOT NULL COMMENT 'attempt of routing, 1, 2, 3 ...',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose money',
  shard_key        SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  period_key       CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business day yyyyMMdd it counts for',
  dimensions       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'quotas that count it, such as BALANCE,DAY,TOTAL',
  amount_fen       BIGINT NOT NULL COMMENT 'in fen',
  status           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RESERVED, then USED or RELEASED; USED becomes RETURNED when the order is settled',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, attempt, institution_code),
  KEY idx_entry_leak (status, created_at),
  CONSTRAINT ck_fund_quota_entry_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_quota_entry_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_fund_quota_entry_status CHECK (status IN ('RESERVED', 'USED', 'RELEASED', 'RETURNED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every reservation of a quota: it changes its state once, and so is counted once';

CREATE TABLE fund_route_decision (
  order_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  attempt       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 ...; a later one follows a verified refusal',
  shard_key     SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  product_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  principal_fen BIGINT NOT NULL COMMENT 'loan amount in fen',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, day whose quotas count it',
  route         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'route that was asked, null for the schemes of the order or the product',
  route_version INT NULL COMMENT 'its version',
  rule_name     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'rule that held, null for otherwise',
  outcome       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CHOSEN, LAST_RESORT or PARKED (nothing could be chosen; asked again later)',
  scheme_code   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'scheme, null while PARKED',
  lead_alone    TINYINT UNSIGNED NOT NULL COMMENT '1: the lead of the scheme funds all of it',
  reroutes      TINYINT UNSIGNED NOT NULL COMMENT '1: after a verified refusal another scheme is asked for',
  facts         VARCHAR(2000) NOT NULL COMMENT 'JSON: facts the route was asked with',
  candidates    TEXT NOT NULL COMMENT 'JSON: every scheme that was named, what became of it and why',
  problem       VARCHAR(200) NULL COMMENT 'why the route could not be asked',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, attempt),
  KEY idx_decision_time (created_at),
  CONSTRAINT ck_fund_route_decision_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_route_decision_principal CHECK (principal_fen > 0),
  CONSTRAINT ck_fund_route_decision_outcome CHECK (outcome IN ('CHOSEN', 'LAST_RESORT', 'PARKED') AND (outcome = 'PARKED') = (scheme_code IS NULL)),
  CONSTRAINT ck_fund_route_decision_flags CHECK (lead_alone IN (0, 1) AND reroutes IN (0, 1)),
  CONSTRAINT ck_fund_route_decision_json CHECK (JSON_VALID(facts) AND JSON_VALID(candidates))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='which scheme an attempt of an order was given, and why none of the others';

CREATE TABLE configuration_copy (
  kind          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product, scheme or fund-channel',
  config_code   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of what was copied',
  config_version BIGINT NOT NULL COMMENT 'its version, 0 for what never changes',
  body          TEXT NOT NULL COMMENT 'JSON as channel-admin-provider answered it',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (kind, config_code),
  CONSTRAINT ck_configuration_copy_kind CHECK (kind IN ('product', 'scheme', 'fund-channel')),
  CONSTRAINT ck_configuration_copy_json CHECK (JSON_VALID(body))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='last answers of channel-admin-provider, used while it does not answer';
