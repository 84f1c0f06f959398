package io.jointlending.fund.sandbox;

import io.jointlending.api.RpcResult;
import io.jointlending.api.fund.SandboxInstitutionRequest;
import io.jointlending.api.fund.SandboxInstitutionService;

/** The door for tests and drills that say how the sandbox institutions answer. */
public final class SandboxInstitutionRpc implements SandboxInstitutionService {
    private final SandboxInstitution institution;

    /** Of this sandbox. */
    public SandboxInstitutionRpc(SandboxInstitution institution) {
        this.institution = institution;
    }

    @Override
    public RpcResult<SandboxInstitutionRequest> setAnswer(SandboxInstitutionRequest request) {
        institution.set(new SandboxSetting(
                request.orderNo(), request.institutionCode(), request.answer(), request.processingTimes()));
        return RpcResult.ok(request);
    }
}
