CREATE USER IF NOT EXISTS 'shop'@'%' IDENTIFIED BY '${password}';
ALTER USER 'shop'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'shop'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'shop'@'%';
