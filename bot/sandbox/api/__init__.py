"""The Web API methods that bots of this kind call, as strict as Slack's own."""
