package net.operando.architecture.planted.analysis.front;

/** Violates: ImageJ outside ui. */
public class UsesImageJ {

	public ij.ImagePlus image;
}
