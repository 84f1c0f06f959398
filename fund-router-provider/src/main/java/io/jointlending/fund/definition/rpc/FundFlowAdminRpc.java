package io.jointlending.fund.definition.rpc;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.ActivateDefinitionRequest;
import io.jointlending.api.fund.DefinitionKindQuery;
import io.jointlending.api.fund.DefinitionListView;
import io.jointlending.api.fund.DefinitionNameQuery;
import io.jointlending.api.fund.DefinitionQuery;
import io.jointlending.api.fund.DefinitionView;
import io.jointlending.api.fund.DivergenceView;
import io.jointlending.api.fund.FundFlowAdminService;
import io.jointlending.api.fund.PublishDefinitionRequest;
import io.jointlending.api.fund.ShadowView;
import io.jointlending.fund.definition.application.ActivateDefinition;
import io.jointlending.fund.definition.application.PublishDefinition;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.flow.domain.check.FlowDiagram;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.jspecify.annotations.Nullable;

/** The door for operators who publish definitions. */
public final class FundFlowAdminRpc implements FundFlowAdminService {
    private static final String PUBLISH = "FundFlowAdminService.publish";
    private static final String ACTIVATE = "FundFlowAdminService.activate";
    private static final int SHOWN = 100;

    private final IdempotentCommands commands;
    private final Definitions definitions;
    private final PublishedDefinitions published;
    private final PublishDefinition publish;
    private final ActivateDefinition activate;

    /** Commands and definitions share one data source. */
    public FundFlowAdminRpc(
            IdempotentCommands commands,
            Definitions definitions,
            PublishedDefinitions published,
            PublishDefinition publish,
            ActivateDefinition activate) {
        this.commands = commands;
        this.definitions = definitions;
        this.published = published;
        this.publish = publish;
        this.activate = activate;
    }

    @Override
    public RpcResult<DefinitionView> publish(PublishDefinitionRequest request) {
        return RpcResult.ok(commands.execute(
                CommandKey.of(PUBLISH, request.requestNo()),
                request,
                DefinitionView.class,
                () -> view(
                        request.kind().equals("FLOW")
                                ? publish.flow(request.text(), request.operator(), request.requestNo())
                                : publish.channel(request.text(), request.operator(), request.requestNo()))));
    }

    @Override
    public RpcResult<DefinitionView> queryPublishByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(PUBLISH, query.requestNo()), DefinitionView.class));
    }

    @Override
    public RpcResult<ShadowView> shadow(DefinitionQuery query) {
        if (!query.kind().equals("FLOW")) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "only flows have a shadow replay", "kind");
        }
        ActivateDefinition.ShadowReport report = activate.shadow(query.name(), query.version());
        return RpcResult.ok(new ShadowView(
                report.against(),
                report.replayed(),
                report.diverging().size(),
                report.diverging().stream()
                        .limit(SHOWN)
                        .map(part -> new DivergenceView(part.taskNo(), part.event(), part.was(), part.now()))
                        .toList()));
    }

    @Override
    public RpcResult<DefinitionView> activate(ActivateDefinitionRequest request) {
        return RpcResult.ok(commands.execute(
                CommandKey.of(ACTIVATE, request.requestNo()),
                request,
                DefinitionView.class,
                () -> view(activate.run(
                        Definition.Kind.valueOf(request.kind()),
                        request.name(),
                        request.version(),
                        request.operator(),
                        request.divergencesSeen(),
                        request.requestNo()))));
    }

    @Override
    public RpcResult<DefinitionView> queryActivateByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(ACTIVATE, query.requestNo()), DefinitionView.class));
    }

    @Override
    public RpcResult<DefinitionView> findDefinition(DefinitionQuery query) {
        return RpcResult.ok(definitions
                .find(Definition.Kind.valueOf(query.kind()), query.name(), query.version())
                .map(this::whole)
                .orElseThrow(() -> new Refusal(ErrorCodes.DEFINITION_NOT_FOUND, "version")));
    }

    @Override
    public RpcResult<DefinitionListView> searchVersions(DefinitionNameQuery query) {
        return RpcResult.ok(new DefinitionListView(
                definitions.versions(Definition.Kind.valueOf(query.kind()), query.name()).stream()
                        .map(FundFlowAdminRpc::view)
                        .toList()));
    }

    @Override
    public RpcResult<DefinitionListView> listActive(DefinitionKindQuery query) {
        return RpcResult.ok(new DefinitionListView(definitions.active(Definition.Kind.valueOf(query.kind())).stream()
                .map(FundFlowAdminRpc::view)
                .toList()));
    }

    private DefinitionView whole(Definition definition) {
        String diagram = definition.kind() == Definition.Kind.FLOW
                ? FlowDiagram.mermaid(published.flow(definition.name(), definition.version()))
                : null;
        return view(definition, definition.body(), diagram);
    }

    private static DefinitionView view(Definition definition) {
        return view(definition, null, null);
    }

    private static DefinitionView view(Definition definition, @Nullable String text, @Nullable String diagram) {
        return new DefinitionView(
                definition.kind().name(),
                definition.name(),
                definition.version(),
                definition.status().name(),
                definition.sha256(),
                definition.publishedBy(),
                definition.activatedBy(),
                text,
                diagram);
    }
}
