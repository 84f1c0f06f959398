package io.jointlending.fund.definition.persistence;

import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.support.tx.DatabaseFailure;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Definitions of the table {@code fund_definition}. */
public final class MyBatisDefinitions implements Definitions {
    private final DefinitionMapper mapper;

    /** On the table {@code fund_definition}. */
    public MyBatisDefinitions(SqlSession session) {
        if (!session.getConfiguration().hasMapper(DefinitionMapper.class)) {
            session.getConfiguration().addMapper(DefinitionMapper.class);
        }
        this.mapper = session.getMapper(DefinitionMapper.class);
    }

    @Override
    public boolean add(Definition draft) {
        try {
            return mapper.insert(draft) == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Definition> lockNewest(Definition.Kind kind, String name) {
        return Optional.ofNullable(mapper.lockNewest(kind, name)).map(DefinitionRow::definition);
    }

    @Override
    public Optional<Definition> find(Definition.Kind kind, String name, int version) {
        return Optional.ofNullable(mapper.find(kind, name, version)).map(DefinitionRow::definition);
    }

    @Override
    public List<Definition> active(Definition.Kind kind) {
        return mapper.active(kind).stream().map(DefinitionRow::definition).toList();
    }

    @Override
    public List<Definition> versions(Definition.Kind kind, String name) {
        return mapper.versions(kind, name).stream()
                .map(DefinitionRow::definition)
                .toList();
    }

    @Override
    public boolean activate(Definition version, String by) {
        mapper.retire(version.kind(), version.name());
        return mapper.activate(version.kind(), version.name(), version.version(), by) == 1;
    }
}
