package net.operando.data.io.cycler;

/** How electrochemistry files are read. Immutable; plain fields, so that it can be kept as JSON. */
public final class ElectrochemOptions {

	private DateOrder dateOrder = DateOrder.AUTO;

	private ElectrochemOptions() {}

	/** Everything decided from the files. */
	public static ElectrochemOptions defaults() {
		return new ElectrochemOptions();
	}

	/** How numeric dates are read; null is {@link DateOrder#AUTO}. */
	public ElectrochemOptions withDateOrder(final DateOrder order) {
		final ElectrochemOptions o = new ElectrochemOptions();
		o.dateOrder = order == null ? DateOrder.AUTO : order;
		return o;
	}

	public DateOrder dateOrder() {
		return dateOrder == null ? DateOrder.AUTO : dateOrder;
	}
}
