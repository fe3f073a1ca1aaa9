package net.operando.architecture.planted.base;

/** Violates: base with a library that is not numeric. */
public class UsesGson {

	public com.google.gson.Gson gson;
}
