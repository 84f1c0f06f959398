-- V009 master orders by state, hour by hour
--
-- purpose      shows how many orders were in each state over time, without counting a million orders whenever somebody looks
-- owner        loan-provider
-- tables       order_state_hour
-- rows         eight an hour, kept for 400 days: about 77,000
-- algorithm    CREATE TABLE only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U009; it loses the counts
-- order        before the version of loan-provider that needs it; then the grants, for the DELETE of the purge

CREATE TABLE order_state_hour (
  hour_at    DATETIME(3) NOT NULL COMMENT 'UTC, beginning of the hour',
  status     TINYINT UNSIGNED NOT NULL COMMENT 'state of a master order, see loan_order',
  orders     BIGINT NOT NULL COMMENT 'orders in it when they were counted last in this hour',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, time of the last count',
  PRIMARY KEY (hour_at, status),
  CONSTRAINT ck_order_state_hour_status CHECK (status IN (10, 20, 30, 40, 50, 60, 80, 90)),
  CONSTRAINT ck_order_state_hour_orders CHECK (orders >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='master orders by state, hour by hour';
