import pino from 'pino';
import { amount } from '../../amount.ts';
import type { WorkspacesConfig } from '../../workspaces-config.ts';
import type { Terminal } from '../terminal.ts';
import { examineFolder } from './examine-machine.ts';
import { signedHttpFinding } from './examine-slack.ts';
import { type Finding, notSet, ok, warning, wrong } from './finding.ts';

/** Whether Slack's requests are taken, the bot can write what it must, and each installation can be read. */
export async function examineWorkspaces(
  { signedHttp, folder }: WorkspacesConfig,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  const { examineSignedHttp } = await import('../../slack/index.ts');
  const examined = await examineSignedHttp({
    ...{ signedHttp, now: terminal.now, logger: pino({ level: 'silent' }) },
  });
  return [
    signedHttpFinding(examined),
    ...(await examineInstallations(terminal)),
    await examineFolder('workspaces folder', folder, 'FACTDESK_WORKSPACES'),
  ];
}

async function examineInstallations(terminal: Terminal): Promise<readonly Finding[]> {
  const { CommandError } = await import('../command-error.ts');
  const { withInstallations } = await import('../workspaces/with-installations.ts');
  const findings: Finding[] = [];
  try {
    await withInstallations(terminal, async (installations, keyId) => {
      const { installations: found, unreadable } = await installations.list();
      findings.push(
        ok('installations', `${amount(found.length, 'workspace')} can be read (key ${keyId} and older ones)`),
      );
      for (const { key, reason } of unreadable)
        findings.push(wrong(`installation ${key}`, reason, 'Nothing is lost: the row stays as it is.'));
      const old = found.filter((one) => one.keyId !== keyId).length;
      if (old > 0)
        findings.push(
          warning(
            'keys',
            `${amount(old, 'installation')} encrypted with an older key`,
            'Run factdesk keys rotate.',
          ),
        );
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    findings.push(notSet('installations', 'not looked at: the ledger cannot be opened'));
  }
  return findings;
}
