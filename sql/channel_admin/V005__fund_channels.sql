-- Purpose:    fund channels: when and how much an institution funds. Versions are added, never changed.
-- Owner:      channel-admin-provider, the only writer.
-- Tables:     fund_channel, fund_channel_quota, fund_channel_window; all new.
-- Rows:       one version per change and institution, with up to 3 limits and 50 times without service.
-- Lock:       none: only new tables.
-- Duration:   below one second.
-- Reversible: yes, U005 drops everything made here.
-- Order:      before the start of the version of channel-admin-provider that needs it.

CREATE TABLE fund_channel (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  version          BIGINT NOT NULL COMMENT '1, 2, 3 ...; the newest is in force',
  status           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN or PAUSED',
  open_hours       VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Asia/Shanghai, such as 06:00-22:30, joined with commas',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (institution_code, version),
  CONSTRAINT ck_fund_channel_version CHECK (version >= 1),
  CONSTRAINT ck_fund_channel_status CHECK (status IN ('OPEN', 'PAUSED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='versions of when an institution funds';

CREATE TABLE fund_channel_quota (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  version          BIGINT NOT NULL COMMENT 'version of the fund channel',
  dimension        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BALANCE, DAY or TOTAL',
  limit_fen        BIGINT NOT NULL COMMENT 'limit in fen',
  alarm_bp         INT NOT NULL COMMENT 'part of the limit in basis points from which somebody is told',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (institution_code, version, dimension),
  CONSTRAINT ck_fund_channel_quota_dimension CHECK (dimension IN ('BALANCE', 'DAY', 'TOTAL')),
  CONSTRAINT ck_fund_channel_quota_limit CHECK (limit_fen >= 0),
  CONSTRAINT ck_fund_channel_quota_alarm CHECK (alarm_bp BETWEEN 1 AND 10000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='limits of a version of a fund channel';

CREATE TABLE fund_channel_window (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  version          BIGINT NOT NULL COMMENT 'version of the fund channel',
  seat             SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 ...',
  closed_from      DATETIME(3) NOT NULL COMMENT 'Asia/Shanghai, first moment without service',
  closed_to        DATETIME(3) NOT NULL COMMENT 'Asia/Shanghai, first moment with service again',
  reason           VARCHAR(128) NOT NULL COMMENT 'for people',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (institution_code, version, seat),
  CONSTRAINT ck_fund_channel_window_order CHECK (closed_from < closed_to)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='planned times without service of a version of a fund channel';
