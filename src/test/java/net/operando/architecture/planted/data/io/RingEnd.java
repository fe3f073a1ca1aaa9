package net.operando.architecture.planted.data.io;

import net.operando.architecture.planted.data.movie.Ring;

/** The other half of the cycle. */
public class RingEnd {

	public Ring start;
}
