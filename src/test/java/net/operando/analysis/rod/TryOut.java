package net.operando.analysis.rod;
class TryOut {
	public static void main(String[] a) {
		for (double fringes : new double[] { 0, 0.05, 0.3 }) {
			double sq = 0, sum = 0, z = 0, absq = 0, zabs = 0; int n = 0, cov = 0, covAbs = 0;
			for (long seed = 1; seed <= Integer.parseInt(a[0]); seed++) {
				long t0 = System.nanoTime();
				LengthTrial t;
				try { t = LengthTrial.run(seed, fringes); } catch (RuntimeException e) { System.out.println(seed + " " + e); continue; }
				int l = LengthTrial.FRAMES - 1;
				double e = t.changeError[l];
				double scatter = 0; for (int i = 4; i < l; i++) scatter += Math.pow((t.changeError[i-1] - 2*t.changeError[i] + t.changeError[i+1]), 2) / 6 / (l - 4);
				if (Integer.parseInt(a[0]) <= 12) System.out.printf("f %.2f seed %d: change err %.2f sig %.2f (mid %.2f) | abs err %.1f sig %.1f | scatter %.2f | width %.2f | %.2f s%n", fringes, seed, e, t.changeSigma[l], t.changeError[l/2], t.lengthError[0], t.lengthSigma[0], Math.sqrt(scatter), t.series.axis().widthPixels(), (System.nanoTime()-t0)*1e-9);
				n++; sum += e; sq += e*e; if (Math.abs(e) < 1.96 * t.changeSigma[l]) cov++; if (Math.abs(t.lengthError[l]) < 1.96 * t.lengthSigma[l]) covAbs++; absq += t.lengthError[l]*t.lengthError[l];
				z += Math.pow(e/t.changeSigma[l],2); zabs += Math.pow(t.lengthError[l]/t.lengthSigma[l],2);
			}
			System.out.printf("== f %.2f n %d change mean %.2f rms %.2f z %.2f cover %.1f%% | abs rms %.1f z %.2f cover %.1f%%%n", fringes, n, sum/n, Math.sqrt(sq/n), Math.sqrt(z/n), 100.0*cov/n, Math.sqrt(absq/n), Math.sqrt(zabs/n), 100.0*covAbs/n);
		}
	}
}
