package net.operando.data.io.tdms;

import java.io.IOException;

/** A TDMS segment that contradicts itself; what came before it can still be read. The message is a clause. */
final class TdmsDamage extends IOException {

	private static final long serialVersionUID = 1L;

	TdmsDamage(final String message) {
		super(message);
	}
}
