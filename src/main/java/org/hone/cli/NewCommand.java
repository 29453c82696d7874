package org.hone.cli;

import picocli.CommandLine.Command;

/** {@code hone new}. */
@Command(
    name = "new",
    header = "Writes the beginning of something of your own.",
    subcommands = NewTechniqueCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class NewCommand {}
