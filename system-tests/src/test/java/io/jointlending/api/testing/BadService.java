package io.jointlending.api.testing;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import java.io.Serializable;
import java.util.List;

/** A contract with mistakes that compile. */
public interface BadService {
    /** Its request has a component of a type that is not allowed. */
    @Query
    RpcResult<Fine> withMap(HasMap request);

    /** Its answer cannot be serialized. */
    @Query
    RpcResult<NotSerializable> withoutSerializable(Fine request);

    /** Nothing wrong with it. */
    record Fine(String text) implements Serializable {}

    /** Maps are not part of the house's contracts. */
    record HasMap(java.util.Map<String, String> facts, List<String> words) implements Serializable {}

    /** Forgot the interface. */
    record NotSerializable(String text) {}
}
