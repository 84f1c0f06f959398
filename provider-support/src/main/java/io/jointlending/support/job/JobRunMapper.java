package io.jointlending.support.job;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code job_run}. Every time in it is the database's, in UTC. */
interface JobRunMapper {
    /** What a worker that still holds its shard says; another one has raised attempts meanwhile. */
    String HELD =
            """
             WHERE job = #{claim.job} AND business_date = #{claim.businessDate} AND shard = #{claim.shard}
               AND status = 'OPEN' AND lease_owner = #{owner} AND attempts = #{claim.attempts}
            """;

    @Select("SELECT COUNT(*) FROM job_run WHERE job = #{job} AND business_date = #{date}")
    int count(@Param("job") String job, @Param("date") LocalDate date);

    /** All shards in one statement: a run is there as a whole or not at all. */
    @Insert(
            """
            <script>
            INSERT INTO job_run (job, business_date, shard, shards, status, cursor_key, lease_owner, lease_until,
                                 done_rows, done_steps, attempts, failures, last_error, started_by, finished_at)
            VALUES <foreach item="shard" collection="numbers" separator=",">
              (#{job}, #{date}, #{shard}, #{shards}, 'OPEN', '', NULL, NOW(3), 0, 0, 0, 0, NULL, #{startedBy}, NULL)</foreach>
            </script>
            """)
    int insert(
            @Param("job") String job,
            @Param("date") LocalDate date,
            @Param("shards") int shards,
            @Param("numbers") List<Integer> numbers,
            @Param("startedBy") String startedBy);

    /** The shard that waits longest and that nobody holds. The index gives the order, so one row is locked. */
    @Select(
            """
            <script>
            SELECT job, business_date, shard, shards, cursor_key, attempts
              FROM job_run FORCE INDEX (idx_job_run_due)
             WHERE status = 'OPEN' AND lease_until &lt;= NOW(3) AND job IN
             <foreach collection="jobs" item="job" open="(" separator="," close=")">#{job}</foreach>
             ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED
            </script>
            """)
    @Nullable
    Claim lockDue(@Param("jobs") List<String> jobs);

    @Update(
            """
            UPDATE job_run SET lease_owner = #{owner}, lease_until = TIMESTAMPADD(SECOND, #{seconds}, NOW(3)),
                   attempts = attempts + 1
             WHERE job = #{claim.job} AND business_date = #{claim.businessDate} AND shard = #{claim.shard}
            """)
    int lease(@Param("claim") Claim claim, @Param("owner") String owner, @Param("seconds") long seconds);

    @Update(
            """
            UPDATE job_run SET cursor_key = #{step.cursor}, done_rows = done_rows + #{step.rows},
                   done_steps = done_steps + 1, failures = 0, last_error = NULL,
                   lease_until = TIMESTAMPADD(SECOND, #{seconds}, NOW(3))
            """
                    + HELD)
    int advance(
            @Param("claim") Claim claim,
            @Param("owner") String owner,
            @Param("step") Step step,
            @Param("seconds") long seconds);

    @Update(
            """
            UPDATE job_run SET status = 'DONE', cursor_key = '', done_rows = done_rows + #{step.rows},
                   done_steps = done_steps + 1, failures = 0, last_error = NULL, lease_owner = NULL,
                   lease_until = NOW(3), finished_at = NOW(3)
            """
                    + HELD)
    int finish(@Param("claim") Claim claim, @Param("owner") String owner, @Param("step") Step step);

    @Update("UPDATE job_run SET lease_owner = NULL, lease_until = NOW(3)" + HELD)
    int release(@Param("claim") Claim claim, @Param("owner") String owner);

    @Update(
            """
            UPDATE job_run SET lease_owner = NULL, failures = failures + 1, last_error = #{error},
                   lease_until = TIMESTAMPADD(SECOND, LEAST(600, 5 * POW(2, LEAST(failures, 7))), NOW(3))
            """
                    + HELD)
    int fail(@Param("claim") Claim claim, @Param("owner") String owner, @Param("error") String error);

    /** Ends the pause after a failure. */
    @Update(
            """
            UPDATE job_run SET lease_until = NOW(3)
             WHERE job = #{job} AND business_date = #{date} AND status = 'OPEN' AND lease_owner IS NULL
            """)
    int retryNow(@Param("job") String job, @Param("date") LocalDate date);

    @Select(
            """
            SELECT shard, CASE WHEN status = 'DONE' THEN 'DONE'
                               WHEN lease_owner IS NOT NULL AND lease_until > NOW(3) THEN 'RUNNING'
                               ELSE 'WAITING' END AS state,
                   cursor_key, done_rows, attempts, failures, last_error, lease_owner
              FROM job_run WHERE job = #{job} AND business_date = #{date} ORDER BY shard LIMIT 1024
            """)
    List<ShardProgress> shards(@Param("job") String job, @Param("date") LocalDate date);

    @Select(
            """
            SELECT job, GREATEST(0, TIMESTAMPDIFF(SECOND, MIN(created_at), NOW(3))) AS oldest_seconds,
                   SUM(CASE WHEN failures > 0 THEN 1 ELSE 0 END) AS failing
              FROM job_run WHERE status = 'OPEN' GROUP BY job
            """)
    List<JobBacklog.Size> open();
}
