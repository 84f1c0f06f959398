package io.jointlending.fund.watch;

import io.jointlending.fund.watch.TaskWatchMapper.Share;
import io.jointlending.support.alarm.Rise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** A share of calls or tasks that is far above what the same five minutes of the last seven days had, for each channel. */
final class Rates implements Monitor {
    private static final int DAYS = 7;

    private final String code;
    private final String what;
    private final IntFunction<List<Share>> question;

    /**
     * A monitor.
     *
     * @param question shares of the five minutes that end now, so many days ago
     */
    Rates(String code, String what, IntFunction<List<Share>> question) {
        this.code = code;
        this.what = what;
        this.question = question;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Finding> look() {
        List<Share> now = question.apply(0);
        if (now.stream().noneMatch(share -> Rise.mayBeFar(share.hits(), share.total()))) {
            return List.of();
        }
        Map<String, Share> usual = new TreeMap<>();
        for (int day = 1; day <= DAYS; day++) {
            question.apply(day)
                    .forEach(share -> usual.merge(
                            share.channel(),
                            share,
                            (left, right) -> new Share(
                                    left.channel(), left.hits() + right.hits(), left.total() + right.total())));
        }
        List<Finding> found = new ArrayList<>();
        for (Share share : now) {
            Share before = usual.getOrDefault(share.channel(), new Share(share.channel(), 0, 0));
            if (Rise.isFar(share.hits(), share.total(), before.hits(), before.total())) {
                found.add(new Finding(
                        share.channel(),
                        what + ": " + share.hits() + " of " + share.total() + " in five minutes, " + before.hits()
                                + " of " + before.total() + " in those of the last " + DAYS + " days",
                        share.hits()));
            }
        }
        return found;
    }
}
