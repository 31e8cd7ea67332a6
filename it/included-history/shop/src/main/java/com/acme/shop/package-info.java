@MigrationHistory(name = "shop", includes = AuditHistory.class)
package com.acme.shop;

import com.acme.audit.AuditHistory;
import dev.migrate.MigrationHistory;
