package net.operando.model.phasefield;

/**
 * What a material file (JSON) may hold. Keys that are left out keep the values written here; tables that are left out
 * are those of Nb14W3O44. Exactly one of the three ways to give diffusion is used, as {@link #diffusion} says.
 */
final class MaterialDefinition {

	/** Where D_chem comes from. */
	enum Diffusion {
		/** A table of log10 D_chem. */
		TABLE,
		/** A table of log10 D_self, times the thermodynamic factor of the voltage curve. */
		SELF,
		/** A lattice gas: M = D0 c (1-x) / (R T), with its own voltage curve. */
		LATTICE_GAS
	}

	String name = "NWO";
	String source = "";
	double maxConcentrationMolPerM3 = 33450;
	Diffusion diffusion = Diffusion.TABLE;
	double[] diffusionX;
	double[] diffusionLog10M2PerS;
	double latticeDiffusionM2PerS = Double.NaN;
	double latticeInteraction;
	double latticeVolts = 1.6;
	double[] voltageX;
	double[] voltageV;
	double[] elongationX;
	double[] elongationPercent;
	double[] intensityX;
	double[] intensityRatio;
	double activationEnergyMeV = 190;
	double referenceKelvin = 298.15;
	/** Exchange current density of the surfaces for Butler-Volmer kinetics. */
	double exchangeCurrentAPerM2 = 1;
}
