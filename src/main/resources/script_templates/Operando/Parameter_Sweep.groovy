#@ File (label = "Movie") movie
#@ String (label = "Line along the rod (x0,y0,x1,y1 px)", value = "17.5,33.3,298.2,120.8") line
#@ String (label = "Lags (s)", value = "0.5,1,2,4") lags
#@ String (label = "Widths (px)", value = "5,10,20") widths
#@ File (label = "Output folder", style = "directory") output
#@ CommandService commands

// How a front's velocity depends on the lag and on the width of the cut: one row per pair and front in sweep.csv. A velocity that
// changes by more than its standard error within sensible parameters is not known as well as the error says.

import net.operando.base.OperandoException
import net.operando.ui.command.measure.FrontVelocitiesCommand
import net.operando.ui.command.measure.KymographCommand
import net.operando.ui.command.movie.OpenMovieCommand

def run = { Class type, Map inputs ->
	def module = commands.run(type, true, inputs).get()
	def failure = module.command.failure()
	if (failure != null) throw failure
	module
}

def image = run(OpenMovieCommand, [file: movie]).getOutput("movie")
def sweep = new StringBuilder()
for (lag in lags.split(",")*.trim()*.toDouble())
	for (width in widths.split(",")*.trim()*.toInteger()) {
		def results = new File(output, "lag" + lag + "_width" + width)
		try {
			def kymograph = run(KymographCommand, [image: image, line: line, lagseconds: lag, widthpx: width, output: results.path])
				.getOutput("kymograph")
			run(FrontVelocitiesCommand, [image: kymograph, output: results.path])
			def rows = new File(results, "fronts.csv").readLines()
			if (sweep.length() == 0) sweep << "lag_s,width_px," + rows[0] + "\n"
			rows.drop(1).each { sweep << "$lag,$width,$it\n" }
		}
		catch (OperandoException e) {
			println("lag " + lag + " s, width " + width + " px: " + e.message)
		}
	}
new File(output, "sweep.csv").text = sweep.toString()
println(sweep)
