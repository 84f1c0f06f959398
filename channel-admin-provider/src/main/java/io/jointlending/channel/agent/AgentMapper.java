package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.CustomerAssignmentView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface AgentMapper {
    @Select(
            """
            SELECT agent_no, channel_code, login_name, status, version
            FROM agent
            WHERE agent_no = #{agentNo}""")
    @Nullable
    AgentView find(@Param("agentNo") String agentNo);

    @Select(
            """
            SELECT agent_no, channel_code, login_name, status, version
            FROM agent
            WHERE agent_no = #{agentNo}
            FOR UPDATE""")
    @Nullable
    AgentView lock(@Param("agentNo") String agentNo);

    @Select(
            """
            SELECT agent_no, channel_code, login_name, status, version
            FROM agent
            WHERE login_name = #{loginName}""")
    @Nullable
    AgentView findByLogin(@Param("loginName") String loginName);

    @Select(
            """
            <script>
            SELECT agent_no, channel_code, login_name, status, version
            FROM agent
            <where>
              <if test='channelCode != null'>AND channel_code = #{channelCode}</if>
              <if test='afterAgentNo != null'>AND agent_no &gt; #{afterAgentNo}</if>
            </where>
            ORDER BY agent_no
            LIMIT #{limit}
            </script>""")
    List<AgentView> list(
            @Param("channelCode") @Nullable String channelCode,
            @Param("afterAgentNo") @Nullable String afterAgentNo,
            @Param("limit") int limit);

    @Insert(
            """
            INSERT INTO agent (agent_no, channel_code, login_name, status, version)
            VALUES (#{agentNo}, #{channelCode}, #{loginName}, #{status}, #{version})""")
    int insert(AgentView agent);

    @Update(
            "UPDATE agent SET status = #{status}, version = version + 1 WHERE agent_no = #{agentNo} AND status <> #{status}")
    int changeStatus(@Param("agentNo") String agentNo, @Param("status") String status);

    @Select(
            """
            SELECT borrower_no, agent_no, version
            FROM customer_assignment
            WHERE borrower_no = #{borrowerNo}""")
    @Nullable
    CustomerAssignmentView findAssignment(@Param("borrowerNo") String borrowerNo);

    @Insert(
            """
            INSERT INTO customer_assignment (borrower_no, agent_no, version)
            VALUES (#{borrowerNo}, #{agentNo}, #{version})""")
    int insertAssignment(CustomerAssignmentView assignment);

    @Update(
            """
            UPDATE customer_assignment SET agent_no = #{after.agentNo}, version = #{after.version}
            WHERE borrower_no = #{after.borrowerNo} AND version = #{after.version} - 1""")
    int moveAssignment(@Param("after") CustomerAssignmentView after);

    @Select("SELECT COUNT(*) FROM customer_assignment WHERE agent_no = #{agentNo}")
    long countCustomers(@Param("agentNo") String agentNo);

    @Select(
            """
            SELECT borrower_no
            FROM customer_assignment
            WHERE agent_no = #{agentNo}
            ORDER BY borrower_no
            LIMIT #{limit}""")
    List<String> customers(@Param("agentNo") String agentNo, @Param("limit") int limit);
}
