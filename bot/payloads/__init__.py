"""What arrived from Slack, as our small records: questions, forms, and what buttons carry; read tolerantly."""
