CREATE USER IF NOT EXISTS 'desk'@'%' IDENTIFIED BY '${password}';
ALTER USER 'desk'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'desk'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'desk'@'%';
