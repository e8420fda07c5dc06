/** Where the sandbox of a project is kept: all commands that are run in the same folder share it. */
export const stateFile = '.cfstack/sandbox.json'
