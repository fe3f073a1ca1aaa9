package net.operando.architecture.planted.data.movie;

import net.operando.architecture.planted.data.io.RingEnd;

/** Violates, with {@link RingEnd}: a cycle between packages. */
public class Ring {

	public RingEnd end;
}
