package net.operando.architecture.planted.acquire;

/** Violates: Micro-Manager's core outside acquire.mmcore. The class is a stand-in, so that no test needs the core. */
public class UsesCore {

	public mmcorej.PlantedCore core;
}
