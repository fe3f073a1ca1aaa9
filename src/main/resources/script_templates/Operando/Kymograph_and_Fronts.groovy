#@ File (label = "Movie") movie
#@ String (label = "Line along the rod (x0,y0,x1,y1 px)", value = "17.5,33.3,298.2,120.8") line
#@ Double (label = "Lag (s)", value = 1, min = 0) lagseconds
#@ File (label = "Output folder", style = "directory") output
#@ CommandService commands

// One movie, one rod: a kymograph and the velocities of its fronts. Inputs are the keys that macros use; see the page of
// each command in Operando's documentation.

import net.operando.ui.command.measure.FrontVelocitiesCommand
import net.operando.ui.command.measure.KymographCommand
import net.operando.ui.command.movie.OpenMovieCommand

def run = { Class type, Map inputs ->
	def module = commands.run(type, true, inputs).get()
	def failure = module.command.failure()
	if (failure != null) throw failure
	module.command.warnings().each { println(it) }
	module
}

def image = run(OpenMovieCommand, [file: movie]).getOutput("movie")
def kymograph = run(KymographCommand, [image: image, line: line, lagseconds: lagseconds, output: output.path]).getOutput("kymograph")
run(FrontVelocitiesCommand, [image: kymograph, criterion: "half_max", output: output.path])
println("Results are in " + output)
