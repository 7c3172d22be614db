// The project's own rules. Each is a file of this folder, named like the rule; all are errors.
const names = [
  'answers-named',
  'calls-pass-the-lead',
  'fields-legal',
  'ids-meaningful',
  'journey-ends-say-how',
  'no-code',
  'no-repeating-timers',
  'outcome-first',
  'promise-timers',
  'role-is-lane',
  'steps-async',
  'tables-follow-facts'
];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(names.map(name => [ 'lead-relay/' + name, 'error' ]))
    }
  },
  rules: Object.fromEntries(names.map(name => [ name, './' + name ]))
};
