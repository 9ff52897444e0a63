#!/usr/bin/env node
import './typescript.js';

await import('../src/cli/main.ts');
