package net.operando.analysis.rod;
class Prof { public static void main(String[] a) { 
 PaintedRod r = LengthTrial.rod(9,0); double[] s={0}; var m=r.movie(s,s,2.1); double[] p=r.end(0,0,r.size()), q=r.end(1,0,r.size());
 System.out.println(r.width_um/.0694+" size "+r.size()+" "+p[0]+","+p[1]+" "+q[0]+","+q[1]+ " angle "+r.angleDegrees);
 RodAxis ax=RodAxis.of(p[0],p[1],q[0],q[1],43);
 for (double h : new double[]{21.6,10}) { double half=h;
 for (int i=0;i<5;i++){ double S=20+i*25; RodAxis c=RodAxis.of(ax.xAt(S,-half),ax.yAt(S,-half),ax.xAt(S,half),ax.yAt(S,half),22);
  RodProfiles pr=RodProfiles.ofImage(m.frame(0,null), r.size(), r.size(), c, 11, 44);
  StringBuilder b=new StringBuilder(); for(int k=0;k<pr.values[0].length;k+=3) b.append(String.format("%.0f ",pr.values[0][k]/200)); System.out.println(b);
  System.out.println(java.util.Arrays.toString(StillEnds.place(m.frame(0,null), r.size(), r.size(), c, 11, 1.6, 18)));
 }}
 r = LengthTrial.rod(6,.3); m=r.movie(s,s,2.1); p=r.end(0,0,r.size()); q=r.end(1,0,r.size()); ax=RodAxis.of(p[0],p[1],q[0],q[1],r.width_um/.0694);
 RodProfiles pr=RodProfiles.ofImage(m.frame(0,null), r.size(), r.size(), ax, 14, 44); StringBuilder b=new StringBuilder(); for(int k=0;k<pr.values[0].length;k+=2) b.append(String.format("%.0f ",pr.values[0][k]/200)); System.out.println("seed6 "+b);
 }}
