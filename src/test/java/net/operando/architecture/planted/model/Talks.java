package net.operando.architecture.planted.model;

/** Violates: prints, and holds static state. */
public class Talks {

	public static int count;

	public void count() {
		System.out.println("counted");
	}
}
