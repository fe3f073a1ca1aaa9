package net.operando.analysis.rod;
class FindOut { public static void main(String[] a) {
 int n=0,f=0,fl=0,tn=0,tf=0,tfl=0,ends=0,good=0; java.util.List<Double> all=new java.util.ArrayList<>();
 for (long seed=Integer.parseInt(a[0]); seed<=Integer.parseInt(a[1]); seed++) { long t0=System.nanoTime(); RodScenes s=RodScenes.run(seed); fl+=s.falseRods;
  StringBuilder b=new StringBuilder("seed "+seed+" rods "+s.truth.size()+" found "+s.total+" false "+s.falseRods+": ");
  for(int i=0;i<s.truth.size();i++){ Rod r=s.found.get(i); boolean t=s.touching.get(i); n++; if(t)tn++; if(r!=null){f++; if(t)tf++;} 
   if(r==null){b.append("MISSED("+s.truth.get(i).length_um()+"x"+s.truth.get(i).width_um()+(t?" touching":"")+") ");continue;}
   double[] e=RodScenes.ends(r.axis(), s.truth.get(i)); b.append(String.format("%s%.2f,%.2f%s ",t?"T":"",e[0],e[1],r.flags())); if(!t) for(double d:e){all.add(d);ends++; if(d<.5)good++;}}
  System.out.println(b+String.format(" %.1fs",(System.nanoTime()-t0)*1e-9)); }
 System.out.println("rods "+n+" found "+f+" false "+fl+" | touching "+tn+" found "+tf+" | ends "+ends+" good "+good);
 java.util.Collections.sort(all); if(!all.isEmpty()) System.out.println("median "+all.get(all.size()/2)+" p95 "+all.get((int)(all.size()*.95))); }}
