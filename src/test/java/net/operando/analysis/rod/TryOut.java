package net.operando.analysis.rod;
class TryOut {
	public static void main(String[] a) {
		int from = Integer.parseInt(a[0]), to = Integer.parseInt(a[1]);
		for (double fringes : new double[] { 0, 0.05, 0.3 }) {
			for (long seed = from; seed <= to; seed++) {
				LengthTrial t;
				try { t = LengthTrial.run(seed, fringes); } catch (RuntimeException e) { System.out.println("FAIL "+seed + " " + e); continue; }
				int l = LengthTrial.FRAMES - 1;
				int nan=0; for (double d: t.changeError) if (Double.isNaN(d)) nan++;
				System.out.printf("R %.2f %d %.2f %.2f %.2f %.1f %.1f %.1f %d %.3f%n", fringes, seed, t.changeError[l], t.changeSigma[l], t.changeError[l/2], t.lengthError[0], t.lengthSigma[0], t.lengthError[l], nan, t.series.intensityRatio(l));
			}
		}
	}
}
