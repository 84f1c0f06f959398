package io.jointlending.system.rules.broken.api;

public record RpcResult<T>(String code, T data) {}
