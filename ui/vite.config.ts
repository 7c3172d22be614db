import { ConfigEnv, Plugin, UserConfig, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// A picture of what is how large within the bundle, which nobody looks at: compressing all for it took a third of the build.
const unneeded = ['visualizer'];

const vaadin = overrideVaadinConfig(() => ({})) as UserConfigFn;

export default async (environment: ConfigEnv): Promise<UserConfig> => {
  const config = await vaadin(environment);
  return {
    ...config,
    plugins: config.plugins?.filter((plugin) => !unneeded.includes((plugin as Plugin | undefined)?.name ?? ''))
  };
};
