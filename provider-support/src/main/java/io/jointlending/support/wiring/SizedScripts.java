package io.jointlending.support.wiring;

import com.baomidou.mybatisplus.core.MybatisXMLLanguageDriver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Scripts whose text depends on nothing but how many rows they are given: those with {@code <foreach>} and no other tag.
 * Their text is made once for each number of rows and kept; MyBatis alone makes and parses it anew for every call, which
 * is a fifth of what a repayment costs. All other scripts are left to MyBatis.
 */
public final class SizedScripts extends MybatisXMLLanguageDriver {
    private static final Pattern LOOP = Pattern.compile("<foreach\\s([^>]*)>");
    private static final Pattern MORE = Pattern.compile("<(?!/?(?:script|foreach)\\b)/?[a-zA-Z]|\\$\\{|\\bindex\\s*=");

    @Override
    public SqlSource createSqlSource(Configuration configuration, String script, @Nullable Class<?> parameterType) {
        SqlSource made = super.createSqlSource(configuration, script, parameterType);
        List<Loop> loops = loops(script);
        return loops.isEmpty() || MORE.matcher(script).find() ? made : new Sized(configuration, made, loops);
    }

    private static List<Loop> loops(String script) {
        List<Loop> loops = new ArrayList<>();
        Matcher matcher = LOOP.matcher(script);
        while (matcher.find()) {
            loops.add(new Loop(attribute(matcher.group(1), "item"), attribute(matcher.group(1), "collection")));
        }
        return loops;
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher =
                Pattern.compile("\\b" + name + "\\s*=\\s*[\"']([\\w.]+)[\"']").matcher(attributes);
        if (!matcher.find()) {
            throw new IllegalArgumentException("<foreach " + attributes + "> must name its " + name);
        }
        return matcher.group(1);
    }

    private record Loop(String item, String collection) {}

    /** Text and parameters of a statement for one number of rows in each loop. */
    private record Shape(String sql, List<ParameterMapping> parameters) {}

    private static final class Sized implements SqlSource {
        /** Beyond this many rows a statement is rare and its text is long. */
        private static final int MOST_ROWS = 64;

        private final Configuration configuration;
        private final SqlSource script;
        private final List<Loop> loops;
        private final Map<List<Integer>, Shape> shapes = new ConcurrentHashMap<>();

        private Sized(Configuration configuration, SqlSource script, List<Loop> loops) {
            this.configuration = configuration;
            this.script = script;
            this.loops = loops;
        }

        @Override
        public BoundSql getBoundSql(Object parameter) {
            List<Collection<?>> rows = new ArrayList<>(loops.size());
            List<Integer> sizes = new ArrayList<>(loops.size());
            int all = 0;
            MetaObject named = configuration.newMetaObject(parameter);
            for (Loop loop : loops) {
                if (!(named.getValue(loop.collection) instanceof Collection<?> collection)) {
                    return script.getBoundSql(parameter);
                }
                rows.add(collection);
                sizes.add(collection.size());
                all += collection.size();
            }
            if (all == 0 || all > MOST_ROWS) {
                return script.getBoundSql(parameter);
            }
            Shape shape = shapes.get(sizes);
            if (shape == null) {
                BoundSql made = script.getBoundSql(parameter);
                shapes.put(List.copyOf(sizes), new Shape(made.getSql(), made.getParameterMappings()));
                return made;
            }
            return bound(shape, parameter, rows);
        }

        /** The names are those that MyBatis gives to the rows: numbered through all loops of the script. */
        private BoundSql bound(Shape shape, Object parameter, List<Collection<?>> rows) {
            BoundSql bound = new BoundSql(configuration, shape.sql, shape.parameters, parameter);
            int number = 0;
            for (int i = 0; i < rows.size(); i++) {
                for (Object row : rows.get(i)) {
                    bound.setAdditionalParameter("__frch_" + loops.get(i).item + "_" + number++, row);
                }
            }
            return bound;
        }
    }
}
