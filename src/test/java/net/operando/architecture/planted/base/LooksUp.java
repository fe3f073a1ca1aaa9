package net.operando.architecture.planted.base;

import net.operando.architecture.planted.data.movie.Ring;

/** Violates: a floor that sees a later one. */
public class LooksUp {

	public Ring seen;
}
