// Makes what portman wrote the same at every run, and puts the requests into the order of
// portman.json, in which each finds what it needs. Usage: collection.mjs <portman.json> <in> <out>
import { readFileSync, writeFileSync } from 'node:fs';

const [config, input, output] = process.argv.slice(2);
const order = JSON.parse(readFileSync(config)).globals.orderOfOperations;
const collection = JSON.parse(readFileSync(input));

const leaves = (items) => items.flatMap((item) => (item.item ? leaves(item.item) : [item]));
const operation = ({ request }) =>
  `${request.method}::/${request.url.path.map((part) => part.replace(/^:(.*)/, '{$1}')).join('/')}`;
const place = (item) => {
  const at = order.indexOf(operation(item));
  // What is not ordered needs nothing but a workspace with a week of time, and comes before all is undone.
  return at < 0 ? order.indexOf('GET::/api/v1/changes') - 0.5 : at;
};

// Invented values of optional parameters differ at every run, and are not sent anyway.
const tidy = (list) => (list ?? []).map((it) => (it.disabled ? { ...it, value: '' } : it));

function clean(item) {
  delete item.id;
  item.response = [];
  item.name = operation(item).replace('::', ' ');
  item.request.name = item.name;
  item.request.header = tidy(item.request.header);
  item.request.url.query = tidy(item.request.url.query);
  for (const event of item.event ?? []) {
    delete event.script.id;
  }
  return item;
}

collection.item = leaves(collection.item).map(clean).sort((a, b) => place(a) - place(b));
delete collection._;
delete collection.info._postman_id;
for (const event of collection.event ?? []) {
  delete event.script.id;
}

// What deploy/local/up serves; everything else that a request names, one before it found out.
const known = {
  baseUrl: 'http://127.0.0.1:8080',
  operatorToken: '',
};
const used = [...JSON.stringify(collection).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
collection.variable = [...new Set([...Object.keys(known), ...used])].map((key) => ({
  type: 'string',
  key,
  value: known[key] ?? '',
}));
collection.info.description.content =
  'Set one variable before the first run: operatorToken, which deploy/local/up writes to ' +
  'deploy/local/data/local.env as TIMELEDGER_OPERATOR_TOKEN. baseUrl is where it serves unless told ' +
  'otherwise. The requests make a workspace of their own and fill in all other variables; run them ' +
  'in their order.\n\n' + collection.info.description.content;
writeFileSync(output, JSON.stringify(collection, null, 1) + '\n');
