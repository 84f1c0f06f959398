-- Purpose: undo V005: drops routes, quotas, decisions and copies of configuration. The provider must be stopped.
DROP TABLE IF EXISTS configuration_copy;
DROP TABLE IF EXISTS fund_route_decision;
DROP TABLE IF EXISTS fund_quota_entry;
DROP TABLE IF EXISTS fund_quota;
DROP TABLE IF EXISTS fund_route_product;
DROP TABLE IF EXISTS fund_route;
