/** Generated experiments under File &gt; Open Samples &gt; Operando: every preset of Synthetic Experiment, without network. */
package net.operando.ui.command.sample;
