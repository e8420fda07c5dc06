'use strict'

// mocha's dot reporter; the counts also go to the file that CFSTACK_TEST_REPORT names.
const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    const file = process.env.CFSTACK_TEST_REPORT
    if (file === undefined || file === '') return
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = this.stats
      writeFileSync(file, JSON.stringify({ passes, failures, pending }))
    })
  }
}
