package mmcorej;

/** Stands for Micro-Manager's core in the planted violation of the rule that keeps it in one package. */
public class PlantedCore {}
