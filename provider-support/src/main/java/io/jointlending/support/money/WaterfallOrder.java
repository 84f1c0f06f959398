package io.jointlending.support.money;

/** Which comes first when money settles what is open (冲账顺序): a product chooses. */
public enum WaterfallOrder {
    /** The oldest installment with all its components, then the next: the default. */
    INSTALLMENT_FIRST,
    /** The penalties of all overdue installments, then their fees, their interest, their principal. */
    COMPONENT_FIRST
}
