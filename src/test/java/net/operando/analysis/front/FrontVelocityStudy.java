package net.operando.analysis.front;

import java.util.*;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

final class FrontVelocityStudy {
	static double[] times(double from, double to, double pauseFrom) {
		final Random r = new Random(5);
		final List<Double> t = new ArrayList<>();
		for (double x = from; x <= to; x += 1) { t.add(x + 0.01*r.nextGaussian()); if (pauseFrom>0 && x<=pauseFrom && x+1>pauseFrom) x += 9; }
		return t.stream().mapToDouble(d->d).toArray();
	}
	/** plain half max / extremum of the noise-free column */
	static double pos(Kymograph k, int c, boolean ext) {
		int n = k.rows(); int top=0; for (int z=0;z<n;z++) if (-k.value(c,z) > -k.value(c,top)) top=z;
		if (ext) { double a=k.value(c,Math.max(0,top-1)),b=k.value(c,top),d=k.value(c,Math.min(n-1,top+1)); double den=a-2*b+d; return (top+(top>0&&den!=0?0.5*(a-d)/den:0))*PrescribedFront.STEP_UM; }
		double h=-k.value(c,top)/2;
		for (int i=n-1;i>top;i--) if (-k.value(c,i)<h && -k.value(c,i-1)>=h) return (i-1+(-k.value(c,i-1)-h)/(-k.value(c,i-1)+k.value(c,i)))*PrescribedFront.STEP_UM;
		return Double.NaN;
	}
	public static void main(String[] a) {
		final PrescribedFront.Shape shape = PrescribedFront.Shape.valueOf(a[0]);
		final PrescribedFront.Growth g = PrescribedFront.Growth.valueOf(a[1]);
		final double v = Double.parseDouble(a[2]); final int seeds = Integer.parseInt(a[3]);
		final FrontCriterion crit = FrontCriterion.parse(a[4]); final double drop = Double.parseDouble(a[5]); final boolean pause = a[6].equals("p");
		final double bg = a.length>7?Double.parseDouble(a[7]):0.002;
		final PrescribedFront f = new PrescribedFront(shape, g);
		final double[] t = times(-5.3, 10.2/v + (pause?0:0), pause ? 4/v : -1);
		final double[][] clean = f.logFrames(t, v, 0, bg, 4, 1e9);
		final double[][] pure = f.logFrames(t, v, 0, 0, 4, 1e9);
		final FrontParameters p = new FrontParameters().withCriterion(crit).withMaxFronts(1);
		double sb=0, sbb=0; int n=0, cov=0, few=0, none=0, poor=0; double se=0; double cols=0; long t0=System.nanoTime(); double fac=0;
		List<Double> zs=new ArrayList<>(); List<Double> es=new ArrayList<>();
		for (int s=0;s<seeds;s++) {
			final Random r = new Random(1000+s);
			boolean[] kept=null;
			if (drop>0) { kept=new boolean[t.length]; for(int i=0;i<t.length;i++) kept[i]=r.nextDouble()>=drop; }
			final Kymograph k = PrescribedFront.rates(clean,t,kept,seeds==1?null:r);
			final Kymograph truth = PrescribedFront.rates(pure,t,kept,null);
			final FrontAnalysis an = FrontTracer.trace(k,seeds==1?p.withMethod(FrontMethod.JOINT):p,Progress.NONE);
			if (an.fronts().isEmpty()) { none++; continue; }
			final FrontVelocity fv = an.fronts().get(0);
			if (!fv.velocity().isKnown()) { few++; if (a.length>8 && few<6) {System.out.println("few: "+fv.flag()+" "+fv.origin()+" "+fv.polarity()+" "+fv.window()+" pts "+fv.points().size()+" "+(fv.points().isEmpty()?"":fv.points().get(0).timeSeconds()+" "+fv.points().get(0).positionMetres()*1e6+" -> "+fv.points().get(fv.points().size()-1).positionMetres()*1e6));} continue; }
			if (fv.flag().equals("poor_fit")) poor++;
			double mt=0; int m=0; for (FrontPoint q: fv.points()) if (q.isUsed()) { mt+=q.timeSeconds(); m++; } mt/=m;
			double sxy=0,sxx=0; for (FrontPoint q: fv.points()) if (q.isUsed()) { int c=truth.times().nearest(q.timeSeconds()); double x=q.timeSeconds()-mt; sxx+=x*x; sxy+=x*pos(truth,c,crit==FrontCriterion.EXTREMUM); }
			final double vt=sxy/sxx; final double e=fv.velocity().value()*1e6/vt-1; final double rs=fv.velocity().standardError()*1e6/vt;
			zs.add(e/rs);es.add(e);sb+=e;sbb+=e*e;n++;se+=rs;cols+=m; if(Math.abs(e)<1.959964*rs) cov++; 
			if (s<3 && a.length>8) System.out.printf("  v %.4f truth %.4f se %.4f n %d %s%n",fv.velocity().value()*1e6,vt,rs*vt,m,fv.window());
		}
		Collections.sort(zs);Collections.sort(es); System.out.printf("   z q: %.2f %.2f %.2f %.2f %.2f %.2f %.2f | e robust sd %.2f%%%n",zs.get((int)(.025*n)),zs.get((int)(.1*n)),zs.get((int)(.25*n)),zs.get(n/2),zs.get((int)(.75*n)),zs.get((int)(.9*n)),zs.get((int)(.975*n)),100*(es.get((int)(.84*n))-es.get((int)(.16*n)))/2);
		final double mean=sb/n, sd=Math.sqrt(sbb/n-mean*mean);
		System.out.printf("%s %s %s v=%.1f drop %.1f %s: bias %+.2f%% (3sem %.2f) sd %.2f%% se %.2f%% cover %.1f%% n=%.1f ok %d few %d none %d poor %d  %.1f ms%n",shape,g,crit.key(),v,drop,pause?"pause":"",100*mean,300*sd/Math.sqrt(n),100*sd,100*se/n,100.0*cov/n,cols/n,n,few,none,poor,(System.nanoTime()-t0)/1e6/seeds);
	}
}
