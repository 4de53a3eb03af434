// Makes an empty database once, at build time: the first start and every test then load it instead of making one.
import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { preparedDatabasePath } from '../dist/src/api/database/prepared-database.js';

const lite = await PGlite.create();
const dump = await lite.dumpDataDir('gzip');
await lite.close();
writeFileSync(preparedDatabasePath(), Buffer.from(await dump.arrayBuffer()));
