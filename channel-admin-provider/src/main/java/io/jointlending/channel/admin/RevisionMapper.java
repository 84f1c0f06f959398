package io.jointlending.channel.admin;

import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface RevisionMapper {
    @Select("SELECT revision FROM configuration_revision WHERE id = 1")
    long read();

    @Select("SELECT revision FROM configuration_revision WHERE id = 1 FOR UPDATE")
    long lock();

    @Update("UPDATE configuration_revision SET revision = revision + 1 WHERE id = 1")
    int next();
}
