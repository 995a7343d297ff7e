package io.timeledger.streams.kafka;

import io.timeledger.streams.platform.PlatformProperties;
import org.springframework.context.SmartLifecycle;

/// Creates the topics if configured to, and always checks them, before anything else starts.
final class TopicInitializer implements SmartLifecycle {
  private final PlatformProperties platform;
  private boolean running;

  TopicInitializer(PlatformProperties platform) {
    this.platform = platform;
  }

  @Override
  public void start() {
    Provisioning provisioning = new Provisioning(platform);
    if (platform.provision()) {
      provisioning.createMissing();
    }
    provisioning.check();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
